/**
 * Lengths in UTF-16 units that the bridge accepts. They are far above what the work needs and far
 * below what would make the window or a ticket unusable; the messages that quote them say what to do.
 */
export const LIMITS = {
  title: 200,
  summary: 4_000,
  intake: 100_000,
  message: 200_000,
  fact: 4_000,
  source_summary: 1_000,
  fix_title: 200,
  fix_description: 20_000,
  outcome_note: 4_000,
  script_name: 200,
  script_body: 200_000,
  script_outcome: 20_000,
  note: 100_000,
  ticket_ref: 20,
  known_name: 200,
  hand_off_field: 500,
  override_reason: 1_000,
  search: 500,
  api_key: 1_000,
  secret: 500,
  script_parameters: 40,
  base_address: 300,
  check: 1_000,
  attachment_name: 200,
  /** Text of an attachment; a longer output is kept in a file by the technician. */
  attachment_text: 500_000,
  /** Bytes of a picture. The window makes larger ones smaller before it sends them. */
  image_bytes: 3_750_000,
  attachments_a_message: 10,
  /** Pictures that go to the AI with one message: the newest ones of the conversation. */
  pictures_to_ai: 5,
  template_description: 2_000,
  template_import: 900_000,
  parameter_value: 2_000,
  parameter_choices: 50,
  /** Messages that come with a session, and those of one step further back. */
  messages_page: 200,
} as const;

/** One call's input, serialised, in bytes. Above every single limit, below what could stall the main process. */
export const MAX_INPUT_BYTES = 1_000_000;

/** For the one call that brings a picture, as base64 in its JSON. */
export const MAX_PICTURE_INPUT_BYTES = 5_100_000;
