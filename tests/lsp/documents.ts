/** Three documents of an invented public body: two transcripts and a letter. */
export const HARBOUR = `Harbour Board of Port Elmsley

Date: 4 May 2021

Transcript of Item 3: The Quay

Orla Fenwick (Chair): Welcome. Today we hear about the quay.

Tobias Marr (Harbour Master, Port Elmsley Trust): Thank you, Chair. The Coastal Works Fund (CWF) has paid for the wall. See https://www.elmsley.example/quay for the plans.

Orla Fenwick (Chair): Did the CWF pay for all of it?

Tobias Marr (Harbour Master, Port Elmsley Trust): Most of it.

There is more to come [as

Orla Fenwick (Chair): Thank you, Tobias Marr.
`;

export const MARKET = `Harbour Board of Port Elmsley

Date: 8 June 2021

Transcript of Item 5: The Market

Orla Fenwick (Chair): We turn to the market. Will the CWF help here too?

Petra Lunde (Market Clerk): I have asked the CWF, and wait for an answer.

Orla Fenwick (Chair): Thank you.
`;

export const LETTER = `Dear Chair,

I write about the quay. The CWF asked us for a report.

Yours sincerely,

Ms Ada Quill, Secretary
`;
