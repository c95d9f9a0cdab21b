declare module '*?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the shape that Vite gives such imports
  export default text;
}
