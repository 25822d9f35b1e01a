-- worker. Stores the time of its last heartbeat.
return redis.call('ZADD', 'workers', now(), ARGV[1])
