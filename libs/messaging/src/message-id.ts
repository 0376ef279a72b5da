/** The id under which an event is sent once more: JetStream would drop it as a copy under its own. */
export const idOfReplay = (messageId: string, replay: string): string => `${messageId}:${replay}`;

/** Whether a message's id, `<id>:<seq>:v<N>` at first, is one of those. */
export const isSentAgain = (messageId: string): boolean => messageId.split(':').length > 3;
