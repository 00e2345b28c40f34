-- Analytics takes every event once. Which of its consumers has not taken an event yet stands in the event itself: no
-- further row for those who write, and no "id greater than", which loses what commits late.
SET @add_awaits = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'events' AND column_name = 'awaits') = 0,
  'ALTER TABLE events
     ADD COLUMN awaits VARCHAR(16) NULL COMMENT ''the consumer that has not taken it yet'',
     ADD KEY events_awaiting (awaits, id)',
  'DO 0');
PREPARE add_awaits FROM @add_awaits;
EXECUTE add_awaits;
DEALLOCATE PREPARE add_awaits;
