-- most, queue... -> the number of delayed jobs that were due and moved to their queues.
local promoted = 0
for i = 2, #ARGV do
  local delayed = 'delayed:' .. ARGV[i]
  local due = redis.call('ZRANGEBYSCORE', delayed, '-inf', now(), 'LIMIT', 0, tonumber(ARGV[1]))
  if #due > 0 then
    redis.call('ZREM', delayed, unpack(due))
    redis.call('LPUSH', 'queue:' .. ARGV[i], unpack(due))
    promoted = promoted + #due
  end
end
return promoted
