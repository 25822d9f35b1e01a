-- worker, queue, id being done... -> how many were given back. What the worker's list holds beside the jobs it knows came
-- with an answer that got lost on the way.
local worker, queue = ARGV[1], ARGV[2]
local mine, known, given = processing(worker, queue), {}, 0
for i = 3, #ARGV do known[ARGV[i]] = true end
for _, id in ipairs(redis.call('LRANGE', mine, 0, -1)) do
  if not known[id] then
    redis.call('LREM', mine, 1, id)
    redis.call('RPUSH', 'queue:' .. queue, id)
    given = given + 1
  end
end
return given
