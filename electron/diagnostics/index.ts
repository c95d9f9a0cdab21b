export { type DiagnosticsSources, makeReport } from './report.ts';
