/** Behind a cursor nothing can be told for certain any more: load again, and follow from now on. */
export class ResumeImpossible extends Error {
  override readonly name = 'ResumeImpossible';
}
