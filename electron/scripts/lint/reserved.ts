import type { TemplateLanguage } from '../../../shared/domain/script-template.ts';

/** Automatic and preference variables of PowerShell, in lower case, for it knows no other. */
const POWERSHELL = words(`
  args confirmpreference consolefilename debugpreference enabledexperimentalfeatures env error
  erroractionpreference errorview event eventargs eventsubscriber executioncontext false foreach
  formatenumerationlimit home host informationpreference input iscoreclr islinux ismacos iswindows
  lastexitcode logcommandhealthevent logcommandlifecycleevent logenginehealthevent
  logenginelifecycleevent logproviderhealthevent logproviderlifecycleevent matches
  maximumaliascount maximumdrivecount maximumerrorcount maximumfunctioncount maximumhistorycount
  maximumvariablecount myinvocation nestedpromptlevel null ofs outputencoding pid profile
  progresspreference psboundparameters pscmdlet pscommandpath psculture psdebugcontext
  psdefaultparametervalues psedition psemailserver pshome psitem psmoduleautoloadingpreference
  psnativecommandargumentpassing psnativecommanduseerroractionpreference psscriptroot
  pssenderinfo pssessionapplicationname pssessionconfigurationname pssessionoption psstyle
  psuiculture psversiontable pwd sender shellid sourceargs sourceeventargs stacktrace switch this
  transcript true verbosepreference warningpreference whatifpreference`);

/** Variables that bash, its loader or the usual programs act on. */
const BASH = words(`
  CDPATH COLUMNS COMP_CWORD COMP_KEY COMP_LINE COMP_POINT COMP_TYPE COMP_WORDBREAKS COMP_WORDS
  COMPREPLY COPROC DIRSTACK DISPLAY EDITOR EMACS ENV EPOCHREALTIME EPOCHSECONDS EUID EXECIGNORE
  FCEDIT FIGNORE FUNCNAME FUNCNEST GLOBIGNORE GROUPS HISTCMD HISTCONTROL HISTFILE HISTFILESIZE
  HISTIGNORE HISTSIZE HISTTIMEFORMAT HOME HOSTFILE HOSTNAME HOSTTYPE IFS IGNOREEOF INPUTRC
  INSIDE_EMACS LANG LANGUAGE LINENO LINES LOGNAME MACHTYPE MAIL MAILCHECK MAILPATH MAPFILE
  NODE_OPTIONS OLDPWD OPTARG OPTERR OPTIND OSTYPE PAGER PATH PERL5LIB PERL5OPT PIPESTATUS
  POSIXLY_CORRECT PPID PROMPT_COMMAND PROMPT_DIRTRIM PS0 PS1 PS2 PS3 PS4 PWD PYTHONPATH
  PYTHONSTARTUP RANDOM READLINE_ARGUMENT READLINE_LINE READLINE_MARK READLINE_POINT REPLY RUBYOPT
  SECONDS SHELL SHELLOPTS SHLVL SRANDOM TERM TIMEFORMAT TMOUT TMPDIR TZ UID USER VISUAL auto_resume
  histchars http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY`);

const BASH_FAMILIES = /^(?:BASH|LC_|LD_|DYLD_|GIT_|SSH_|SUDO_)/;

/** Variables that the command prompt or Windows itself acts on, in lower case. */
const CMD = words(`
  allusersprofile appdata cd clientname cmdcmdline cmdextversion commonprogramfiles
  commonprogramw6432 computername comspec copycmd date dircmd errorlevel highestnumanodenumber
  homedrive homepath homeshare localappdata logonserver number_of_processors os path pathext
  processor_architecture processor_identifier processor_level processor_revision programdata
  programfiles programw6432 prompt psmodulepath public random sessionname systemdrive systemroot
  temp time tmp userdnsdomain userdomain userdomain_roamingprofile username userprofile windir`);

/** Whether a variable of this name is the shell's own, so that setting it would do something else. */
export function isReserved(name: string, language: TemplateLanguage): boolean {
  switch (language) {
    case 'powershell':
      return POWERSHELL.has(name.toLowerCase());
    case 'bash':
      return BASH.has(name) || BASH_FAMILIES.test(name);
    case 'cmd':
      return CMD.has(name.toLowerCase());
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
