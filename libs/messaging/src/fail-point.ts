/** Where a crash test may end the process. */
export type FailPointName = 'received' | 'handled' | 'replay-sent';

/** Called at each of them with the id of the event or replay; does nothing outside tests. */
export type FailPoint = (name: FailPointName, id: string) => void;

export const NO_FAIL_POINT: FailPoint = () => undefined;
