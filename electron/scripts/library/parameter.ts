import type { ParameterType, TemplateParameter } from '../../../shared/domain/script-template.ts';

type Given = Partial<Omit<TemplateParameter, 'name' | 'type' | 'label'>>;

/** A parameter of a shipped template; what is not given is empty. */
export function parameter(
  name: string,
  type: ParameterType,
  label: string,
  given: Given = {},
): TemplateParameter {
  return {
    name,
    type,
    label,
    help: '',
    required: false,
    default_value: '',
    choices: [],
    minimum: null,
    maximum: null,
    ...given,
  };
}
