/**
 * Scripts: templates, filled in by code that quotes every value for its shell. A template's own text is
 * constant; nothing is ever put into it.
 */
export { createScriptService, type ScriptService } from './script-service.ts';
