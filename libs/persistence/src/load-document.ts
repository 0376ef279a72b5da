import type { JournalDocument } from './journal-document.ts';
import type { JournalModel } from './journal-model.ts';

/** A whole aggregate as plain data, or null. Never a hydrated document: each attempt loads afresh. */
export function loadDocument(model: JournalModel, id: string): Promise<JournalDocument | null> {
  return model.findOne({ _id: id }).lean<JournalDocument | null>().exec();
}
