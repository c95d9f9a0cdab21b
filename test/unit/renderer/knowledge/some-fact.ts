import { defaultRole, type Fact } from '../../../../shared/domain/fact.ts';

/** A fact as the store would answer it, but for what a test says of it. */
export function someFact(fact: Partial<Fact> & { readonly id: number }): Fact {
  const source_type = fact.source_type ?? 'technician';
  return {
    session_id: 1,
    text: `Fact ${fact.id}`,
    source_type,
    source_summary: null,
    source_message_id: null,
    role: defaultRole(source_type),
    chosen_audience: null,
    customer_wording: null,
    short_wording: null,
    status: 'confirmed',
    from_session_id: null,
    created_at: fact.id,
    updated_at: fact.id,
    deleted_at: null,
    ...fact,
  };
}
