const GO_ON = 'Run the same command again: it goes on where it stopped.';

/** Nobody answers: the import stops here and goes on from here when it is started again. */
export class GatewayAway extends Error {
  override readonly name = 'GatewayAway';
  constructor(why: string) {
    super(`The gateway doesn’t answer (${why}). ${GO_ON} 网关无响应，重新执行同一命令即可继续。`);
  }
}

/** The gateway answers and refuses: no token that counts, no rights, or a graph without this mutation. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
  constructor(why: string) {
    super(
      `The gateway refuses the token, or it lacks the right to import (${why}). ` +
        `Give a token with the scopes items:import and windows:manage. ${GO_ON} 令牌无效或无导入权限。`,
    );
  }
}
