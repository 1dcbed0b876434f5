import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Running, type Servers } from './deploy-servers.js';

/** What wrk says of its own run. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Connections that failed, reads, writes, answers other than 2xx and 3xx, and answers that never came. */
  readonly lost: number;
}

export interface Loading {
  readonly running: boolean;
  end(): Promise<Load>;
}

/** Starts wrk: 50 connections that ask for these paths, each form in turn. Gives it when it has begun to ask. */
export async function startLoad(servers: Servers, paths: readonly string[], seconds: number): Promise<Loading> {
  const script = join(servers.folder, 'load.lua');
  writeFileSync(
    script,
    `local asked, turn = {}, 0
    function init()
      for _, path in ipairs({ ${paths.map((path) => JSON.stringify(path)).join(', ')} }) do
        for _, form in ipairs({ "gzip, deflate, br", "gzip", "identity" }) do
          asked[#asked + 1] = wrk.format("GET", path, { ["Accept-Encoding"] = form })
        end
      end
    end
    function request()
      if turn == 0 then io.stderr:write("asking") end
      turn = turn % #asked + 1
      return asked[turn]
    end
    function done(summary)
      local e = summary.errors
      io.write(string.format('\\nRESULT {"requests":%d,"seconds":%f,"lost":%d}\\n', summary.requests,
        summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout))
    end`,
  );
  const at = `http://127.0.0.1:${servers.edgePort}`;
  const wrk = new Running('wrk', ['-t2', '-c50', `-d${seconds}s`, '--timeout', '5s', '-s', script, at]);
  await wrk.hasSaid('asking');
  return {
    get running() {
      return !wrk.gone;
    },
    end: async () => {
      const text = await wrk.finished();
      const [, result] = /^RESULT (.+)$/m.exec(text) ?? [];
      if (!result) throw new Error(`wrk told no result: ${text}`);
      return JSON.parse(result) as Load;
    },
  };
}
