/** Where somebody asks. */
interface Asked {
  readonly gatewayUrl: string;
}

export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly status: number;
}

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly language?: 'zh-CN' | 'en';
}

/** Asks the gateway over HTTP, as a client does. */
export async function ask<Data>(centre: Asked, question: Question): Promise<Answer<Data>> {
  const response = await fetch(`${centre.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': question.language ?? 'en',
      ...(question.token === undefined ? {} : { authorization: `Bearer ${question.token}` }),
    },
    body: JSON.stringify({ query: question.query, variables: question.variables ?? {} }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status'>;
  return { ...body, status: response.status };
}

/** The data of a question that must have no error; its failure tells the question and the errors. */
export async function data<Data>(centre: Asked, question: Question): Promise<Data> {
  const answer = await ask<Data>(centre, question);
  if (answer.errors !== undefined) {
    throw new Error(`${question.query}\n${JSON.stringify(answer.errors, null, 2)}`);
  }
  return answer.data;
}

interface Result {
  readonly __typename: string;
}

/** Runs a mutation and answers its success; a refusal fails and is shown whole. */
export async function succeed<Success extends object>(
  centre: Asked,
  mutation: {
    readonly name: string;
    readonly input: object;
    readonly success: string;
    readonly token: string;
  },
): Promise<Success> {
  const { name, input, success, token } = mutation;
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on Rejection { code message rule } ... on ${type}Success ${success} } }`;
  const answer = await data<Record<string, Result & Success>>(centre, {
    query,
    variables: { input },
    token,
  });
  const result = answer[name];
  if (result?.__typename !== `${type}Success`) {
    throw new Error(`${name} was refused: ${JSON.stringify(result)}\n${JSON.stringify(input)}`);
  }
  return result;
}

/**
 * Asks until the answer holds: effects of events come within moments. What fails is asked again, as by a
 * client on a bad day; the last answer or error is shown when it never holds.
 */
export async function eventually<Value>(
  look: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs = 90_000,
): Promise<Value> {
  const until = Date.now() + withinMs;
  let last: unknown;
  do {
    try {
      const value = await look();
      if (holds(value)) return value;
      last = value;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (Date.now() < until);
  throw new Error(`It never held. The last answer: ${JSON.stringify(last, null, 2)}`);
}
