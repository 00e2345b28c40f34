-- A patient's two names of 80 letters with a blank between, and "Dr." before a doctor's.
ALTER TABLE users MODIFY display_name VARCHAR(200) NOT NULL;
