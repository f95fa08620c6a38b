// One press on « Vérifier »: written down by the server, then graded. The same key again is the same press, so a press
// made without a connection is sent again until it arrives.

import { newKey } from "./server.js";

const SOON = [700, 1000, 1500, 2000, 3000]; // milliseconds between two looks
const OFFLINE = 4000;

/** Resolves to the RESULT; throws a Trouble that waiting does not mend. */
export async function press({ server, lesson, item, code, onWaiting, onOffline }) {
  const body = { key: newKey(), code };
  let answer = await patiently(() => server.post(`lecon/${lesson}/verifie/${item}/`, body), onOffline);
  for (let look = 0; answer.state === "waiting"; look += 1) {
    onWaiting();
    await pause(SOON[Math.min(look, SOON.length - 1)]);
    answer = await patiently(() => server.get(`essai/${body.key}/`), onOffline);
  }
  return answer;
}

async function patiently(ask, onOffline) {
  for (;;) {
    try {
      return await ask();
    } catch (trouble) {
      if (trouble.kind !== "offline") throw trouble;
      onOffline();
      await Promise.race([pause(OFFLINE), new Promise((back) => addEventListener("online", back, { once: true }))]);
    }
  }
}

const pause = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
