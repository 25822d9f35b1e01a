-- A migration that the next version could contain; RollingDeployTest replaces one web after the other by it.
ALTER TABLE answer ADD COLUMN note VARCHAR(40) NULL, ADD KEY answer_noted (note, id);
ALTER TABLE question ADD COLUMN views INT NOT NULL DEFAULT 0;
