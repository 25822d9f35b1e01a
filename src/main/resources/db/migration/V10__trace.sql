-- The span (W3C Trace Context) a job was recorded in, so that the job belongs to the trace of its request.
ALTER TABLE outbox ADD COLUMN traceparent VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
