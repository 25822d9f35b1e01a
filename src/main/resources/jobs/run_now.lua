-- id... Makes delayed jobs due.
for _, id in ipairs(ARGV) do
  local readable, job = pcall(cjson.decode, redis.call('HGET', 'live', id) or '')
  if readable then redis.call('ZADD', 'delayed:' .. job.queue, 'XX', 0, id) end
end
return #ARGV
