import { readFile } from 'node:fs/promises';

/** One request that a browser started. `initiator` is the origin that asked for it; null for the browser's own. */
export interface LoggedRequest {
  readonly url: string;
  readonly initiator: string | null;
  /** True where the extension's code asked for it, from whichever of its contexts. */
  readonly byExtension: boolean;
}

interface NetLogFile {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
}

/**
 * Reads Chromium's own network log (`--log-net-log`), written below every extension and page API: what is not in it
 * was not sent. `extensionOrigin` is `chrome-extension://<id>`.
 */
export async function readNetLog(path: string, extensionOrigin: string): Promise<readonly LoggedRequest[]> {
  const { constants, events }: NetLogFile = JSON.parse(await readFile(path, 'utf8'));
  const started = constants.logEventTypes['URL_REQUEST_START_JOB'];
  return events.flatMap(({ type, params }) => {
    if (type !== started || !params?.url) return [];
    // The log's words for a request that no page and no worker asked for.
    const initiator = !params.initiator || params.initiator === 'not an origin' ? null : params.initiator;
    return [{ url: params.url, initiator, byExtension: initiator === extensionOrigin }];
  });
}
