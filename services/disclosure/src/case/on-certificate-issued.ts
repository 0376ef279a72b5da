import { certificateIssued } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { onEvent, type Reaction } from '@onewindow/service';
import { discloseCertificate } from './disclose-certificate.ts';

/** A licence that was handed over is a result to be told, without its holder (X13; 001:39, 002:169, 行政许可法 40). */
export function onCertificateIssued(deps: Parameters<typeof discloseCertificate>[0]): Reaction {
  return onEvent(certificateIssued, async ({ happened, snapshot }, { id: eventId, time }) => {
    const { region, department, centre, item, id: caseId } = snapshot;
    await discloseCertificate(deps, {
      eventId,
      at: instant(time),
      place: { region, department, centre },
      item,
      caseId,
      number: happened.certificateNumber,
    });
  });
}
