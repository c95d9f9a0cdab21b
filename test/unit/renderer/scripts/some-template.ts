import type { ScriptGeneration } from '../../../../shared/domain/script.ts';
import type {
  ScriptTemplate,
  TemplateParameter,
} from '../../../../shared/domain/script-template.ts';

/** A parameter, as far as the test does not say otherwise. */
export function someParameter(change: Partial<TemplateParameter> = {}): TemplateParameter {
  return {
    name: 'UserName',
    label: 'User name',
    help: '',
    type: 'string',
    required: true,
    default_value: '',
    choices: [],
    minimum: null,
    maximum: null,
    ...change,
  };
}

/** A template, as far as the test does not say otherwise. */
export function someTemplate(change: Partial<ScriptTemplate> = {}): ScriptTemplate {
  return {
    key: 'own/1',
    origin: 'own',
    updated_at: 1,
    name: 'Restart a service',
    language: 'powershell',
    description: '',
    body: 'Restart-Service -Name $Service',
    parameters: [],
    changes_system: false,
    undo: '',
    needs_administrator: false,
    ...change,
  };
}

/** A script of a session, as far as the test does not say otherwise. */
export function someScript(change: Partial<ScriptGeneration> = {}): ScriptGeneration {
  return {
    id: 1,
    session_id: 1,
    template_key: null,
    name: 'Restart a service',
    language: 'powershell',
    body: 'Restart-Service Spooler',
    parameters: [],
    state: 'ran',
    outcome: 'It runs again',
    customer_outcome: null,
    changes_system: false,
    undo: null,
    ran_at: 1,
    created_at: 1,
    ...change,
  };
}
