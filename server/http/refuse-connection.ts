import type { Duplex } from "node:stream";
import type { Problem, ProblemCode } from "../../lib/contract/problem";

type Refusal = { status: number; phrase: string; detail: string };

const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    phrase: "Request Header Fields Too Large",
    detail: "The address and headers of the request are too long; 16 KiB are taken.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    phrase: "Request Timeout",
    detail: "The request took too long to arrive.",
  },
};

const NOT_HTTP: Refusal = { status: 400, phrase: "Bad Request", detail: "That is no HTTP/1.1 request." };

/** Answers, with a problem document, what never became a request (too long, too slow, not HTTP), and hangs up. */
export function refuseConnection(code: string | undefined, socket: Duplex): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, phrase, detail } = (code !== undefined && REFUSALS[code]) || NOT_HTTP;
  const problemCode: ProblemCode = "invalid_request";
  const problem: Problem = {
    type: `urn:souffleur:problem:${problemCode}`,
    title: "The request is not as the contract has it.",
    ...{ status, code: problemCode, detail },
  };
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
