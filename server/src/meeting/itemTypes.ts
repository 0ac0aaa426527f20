/** What an item of the minutes is, as the bots print it. */
export type ItemType =
  | 'TOPIC'
  | 'SUBTOPIC'
  | 'AGREED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'FAILED'
  | 'INCONCLUSIVE'
  | 'DONE'
  | 'ACTION'
  | 'INFO'
  | 'IDEA'
  | 'HELP'
  | 'LINK'
  | 'MOTION'
  | 'VOTE';
