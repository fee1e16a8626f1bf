/** Why a reference procedure stopped, where its draft says "abort" or "fail". Codes are the codes of findings: public and stable. */
export class HandshakeError extends Error {
  override readonly name = "HandshakeError";
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
