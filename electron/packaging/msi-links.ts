import { readFile, writeFile } from 'node:fs/promises';

/**
 * electron-builder calls this with the WiX project that it is about to make an .msi of, which knows
 * nothing of links. Adds what opens links like resolutionflow://ticket/123 with the app, for the
 * whole machine: installer.nsh does the same for the other installer.
 */
// biome-ignore lint/style/noDefaultExport: electron-builder takes a hook from the default export.
export default async function addLinks(projectFile: string): Promise<void> {
  const project = await readFile(projectFile, 'utf8');
  const end = /[ \t]*<\/ComponentGroup>/;
  if (project.split(end).length !== 2) {
    throw new Error('The WiX project is not of the form that the links are added to.');
  }
  await writeFile(
    projectFile,
    project.replace(end, (closing) => component + closing),
  );
}

// The id of the component never changes, for by it Windows knows what it has installed.
const component = `
      <Component Id="LinksComponent" Guid="1C0A7B0E-5B3E-4B63-9C1B-6E2F4B7F3A51">
        <RegistryValue Root="HKLM" Key="Software\\Classes\\resolutionflow" Type="string" Value="URL:ResolutionFlow" KeyPath="yes"/>
        <RegistryValue Root="HKLM" Key="Software\\Classes\\resolutionflow" Name="URL Protocol" Type="string" Value=""/>
        <RegistryValue Root="HKLM" Key="Software\\Classes\\resolutionflow\\DefaultIcon" Type="string" Value="[APPLICATIONFOLDER]ResolutionFlow.exe,0"/>
        <RegistryValue Root="HKLM" Key="Software\\Classes\\resolutionflow\\shell\\open\\command" Type="string" Value="&quot;[APPLICATIONFOLDER]ResolutionFlow.exe&quot; &quot;%1&quot;"/>
      </Component>
`;
