// Uses every tool of /mcp by the official client: node client.mjs ADDRESS TOKEN
// The client checks each result against the schema that the tool declares.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [address, token] = process.argv.slice(2);
const TEXT = 'The boiler whistles since the water was changed. What can we check first?';

async function connect(headers) {
  const client = new Client({ name: 'askme-test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } });
  await client.connect(transport);
  assert.equal(transport.sessionId, undefined, 'the server keeps no session');
  console.log(`connected to ${client.getServerVersion().title}, protocol ${transport.protocolVersion}`);
  return client;
}

async function call(client, name, args) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, `${name}: ${result.content[0].text}`);
  console.log(`${name} ${JSON.stringify(args)}\n  ${result.content[0].text.slice(0, 300)}`);
  return result.structuredContent;
}

const member = await connect({ Authorization: `Bearer ${token}` });
const { tools } = await member.listTools();
console.log(`tools: ${tools.map(tool => tool.name).join(', ')}`);
assert.equal(tools.length, 9);
for (const tool of tools) {
  assert.ok(tool.description && tool.inputSchema && tool.outputSchema, tool.name);
}
await member.ping();

const asked = await call(member, 'ask', {
  title: 'Why does the boiler whistle at night?',
  text: TEXT,
  tags: ['boilers'],
});
assert.equal(asked.status, 'posted');
const answered = await call(member, 'answer', {
  question: asked.url,
  text: 'Let the **air** out of the highest radiator.',
});
await call(member, 'comment', { question: String(asked.id), text: 'Which boiler is it?' });
await call(member, 'comment', { answer: answered.id, text: 'That helped us too.' });

const guest = await connect({});
const found = await call(guest, 'search', { query: 'boiler whistle' });
assert.ok(found.questions.some(question => question.id === asked.id));
const read = await call(guest, 'read_question', { question: String(asked.id) });
assert.equal(read.text, TEXT);
assert.equal(read.answers[0].id, answered.id);
assert.equal(read.answers[0].comments[0].text, 'That helped us too.');
assert.equal(read.comments.length, 1);
await call(guest, 'list_comments', { answer: answered.id });
await call(guest, 'list_questions', { list: 'unanswered' });
await call(guest, 'list_questions', { tag: 'boilers' });
await call(guest, 'list_tags', {});
const author = await call(guest, 'read_member', { nickname: read.question.author.nickname });
assert.equal(author.questions[0].id, asked.id);

const refused = await guest.callTool({ name: 'ask', arguments: { title: 'Who am I?', text: TEXT } });
assert.ok(refused.isError);
console.log(`ask without a token: ${refused.content[0].text}`);
await guest.close();
await member.close();
console.log('ok');
