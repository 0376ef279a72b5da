import type { Base } from './site.ts';

type Ports = Base['ports'];

/** Of each service this much above its own. */
const ABOVE_SERVICE = 15;

/** Where operators ask the gateway for its metrics. */
export const gatewayAdminPort = ({ gateway }: Pick<Ports, 'gateway'>): number => gateway + 4;

/** Where operators ask each service for its metrics, by name. */
export const serviceAdminPorts = ({
  services,
}: Pick<Ports, 'services'>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(services).map(([name, port]) => [name, port + ABOVE_SERVICE]));

/** All of them, by what listens there as a person would say it. */
export const adminListeners = (ports: Ports): Readonly<Record<string, number>> => ({
  'metrics of the gateway': gatewayAdminPort(ports),
  ...Object.fromEntries(
    Object.entries(serviceAdminPorts(ports)).map(([name, port]) => [`metrics of ${name}`, port]),
  ),
});
