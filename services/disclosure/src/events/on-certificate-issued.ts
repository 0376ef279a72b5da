import { certificateIssued } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import type { Consumer } from '@onewindow/messaging';
import { discloseCertificate } from '../commands/disclose-certificate.ts';

/** A certificate that was handed over is a result to be told, without its holder (X13; 001:39, 002:169). */
export function onCertificateIssued(
  deps: Parameters<typeof discloseCertificate>[0],
): Pick<Consumer, 'contracts' | 'handle'> {
  return {
    contracts: [certificateIssued],
    handle: async ({ id: eventId, time, data }) => {
      const { happened, snapshot } = certificateIssued.schema.parse(data);
      const { region, department, centre, item, id: caseId } = snapshot;
      await discloseCertificate(deps, {
        ...{ eventId, at: instant(time), place: { region, department, centre }, item, caseId },
        number: happened.certificateNumber,
      });
    },
  };
}
