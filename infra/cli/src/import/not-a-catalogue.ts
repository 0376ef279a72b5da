/** The file as a whole can't be imported; the message is for the person who gave it. */
export class NotACatalogue extends Error {
  override readonly name = 'NotACatalogue';
}
