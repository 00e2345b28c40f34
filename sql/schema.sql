-- The schema after all migrations. Written by: npm run generate:schema

CREATE TABLE `analytics_consumers` (
  `name` varchar(16) NOT NULL,
  `built_at` datetime(3) DEFAULT NULL COMMENT 'NULL: what it keeps has to be built from the source rows first',
  `has_numbers` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'FALSE: nothing to answer from before that',
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `appointment_totals` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `appointments` bigint NOT NULL,
  `minutes` bigint NOT NULL,
  `lead_minutes` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`appointments`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `appointment_totals_published` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `appointments` bigint NOT NULL,
  `minutes` bigint NOT NULL,
  `lead_minutes` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`appointments`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `appointments` (
  `id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `department_id` binary(16) NOT NULL COMMENT 'the doctor''s, when booked',
  `starts_at` datetime(3) NOT NULL,
  `ends_at` datetime(3) NOT NULL,
  `state` varchar(12) NOT NULL,
  `reason` varchar(500) DEFAULT NULL COMMENT 'clinical: the reception desk does not see it',
  `doctor_seat` tinyint unsigned NOT NULL DEFAULT '0',
  `patient_seat` tinyint unsigned NOT NULL DEFAULT '0',
  `overbook_reason` varchar(200) DEFAULT NULL,
  `is_acknowledged` tinyint(1) NOT NULL COMMENT 'the patient or the front desk stands behind it: only then it makes a treating relationship',
  `booked_by` binary(16) NOT NULL,
  `hold_expires_at` datetime(3) DEFAULT NULL,
  `cancel_reason` varchar(500) DEFAULT NULL,
  `cancelled_at` datetime(3) DEFAULT NULL,
  `checked_in_at` datetime(3) DEFAULT NULL,
  `started_at` datetime(3) DEFAULT NULL,
  `completed_at` datetime(3) DEFAULT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  `acknowledged_start_at` datetime(3) DEFAULT NULL COMMENT 'the start that the patient or the front desk stands behind, where others moved the visit since; NULL: starts_at',
  PRIMARY KEY (`id`),
  KEY `appointments_doctor` (`doctor_id`,`starts_at`,`patient_id`),
  KEY `appointments_patient` (`patient_id`,`starts_at`),
  KEY `appointments_day` (`starts_at`),
  CONSTRAINT `appointments_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`),
  CONSTRAINT `appointments_patient` FOREIGN KEY (`patient_id`) REFERENCES `patients` (`id`),
  CONSTRAINT `appointments_overbooked_with_reason` CHECK ((((`doctor_seat` = 0) and (`patient_seat` = 0)) or (`overbook_reason` is not null))),
  CONSTRAINT `appointments_state` CHECK ((`state` in (_utf8mb4'held',_utf8mb4'booked',_utf8mb4'confirmed',_utf8mb4'checked_in',_utf8mb4'in_progress',_utf8mb4'completed',_utf8mb4'cancelled',_utf8mb4'no_show',_utf8mb4'expired'))),
  CONSTRAINT `appointments_window` CHECK ((`starts_at` < `ends_at`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `approvals` (
  `kind` varchar(32) NOT NULL COMMENT 'e.g. patient.deactivate',
  `subject_id` binary(16) NOT NULL,
  `requested_by` binary(16) NOT NULL,
  `requested_at` datetime(3) NOT NULL,
  `reason` varchar(300) NOT NULL,
  PRIMARY KEY (`kind`,`subject_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `audit_log` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `at` datetime(3) NOT NULL,
  `actor_id` binary(16) NOT NULL,
  `role` varchar(16) NOT NULL,
  `action` varchar(48) NOT NULL,
  `subject_id` binary(16) NOT NULL,
  `patient_id` binary(16) DEFAULT NULL,
  `request_id` varchar(64) NOT NULL,
  `detail` json DEFAULT NULL,
  `account_id` binary(16) GENERATED ALWAYS AS ((case when (left(`action`,5) = _utf8mb4'user.') then `subject_id` end)) VIRTUAL COMMENT 'users.id, of what happened to an account',
  PRIMARY KEY (`id`),
  KEY `audit_log_patient` (`patient_id`,`at`),
  KEY `audit_log_account` (`account_id`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `booking_limits` (
  `id` binary(16) NOT NULL,
  `horizon_days` smallint unsigned NOT NULL COMMENT 'how many days ahead',
  `max_future_visits` smallint unsigned NOT NULL COMMENT 'visits to come that the patient booked',
  `max_holds` smallint unsigned NOT NULL COMMENT 'live holds',
  `version` int unsigned NOT NULL DEFAULT '1',
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `departments` (
  `id` binary(16) NOT NULL,
  `name` varchar(120) NOT NULL,
  `location` varchar(200) NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `departments_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `diagnoses` (
  `id` binary(16) NOT NULL,
  `record_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `code_system` varchar(16) NOT NULL,
  `code` varchar(32) NOT NULL,
  `text` varchar(300) NOT NULL,
  `status` varchar(20) NOT NULL,
  `onset_on` date DEFAULT NULL,
  `resolved_on` date DEFAULT NULL,
  `recorded_by` binary(16) NOT NULL,
  `recorded_at` datetime(3) NOT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  PRIMARY KEY (`id`),
  KEY `diagnoses_record` (`record_id`),
  KEY `diagnoses_patient` (`patient_id`,`code`),
  CONSTRAINT `diagnoses_record` FOREIGN KEY (`record_id`) REFERENCES `medical_records` (`id`),
  CONSTRAINT `diagnoses_code_system` CHECK ((`code_system` in (_utf8mb4'icd-10',_utf8mb4'snomed-ct',_utf8mb4'local'))),
  CONSTRAINT `diagnoses_status` CHECK ((`status` in (_utf8mb4'active',_utf8mb4'resolved',_utf8mb4'entered_in_error')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `diagnosis_totals` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `diagnoses` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`diagnoses`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `diagnosis_totals_published` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `diagnoses` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`diagnoses`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `doctor_specializations` (
  `doctor_id` binary(16) NOT NULL,
  `specialization_id` binary(16) NOT NULL,
  PRIMARY KEY (`doctor_id`,`specialization_id`),
  KEY `doctor_specializations_specialization` (`specialization_id`,`doctor_id`),
  CONSTRAINT `doctor_specializations_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`),
  CONSTRAINT `doctor_specializations_specialization` FOREIGN KEY (`specialization_id`) REFERENCES `specializations` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `doctors` (
  `id` binary(16) NOT NULL,
  `given_name` varchar(80) NOT NULL,
  `family_name` varchar(80) NOT NULL,
  `birth_on` date NOT NULL,
  `gender` varchar(16) NOT NULL,
  `department_id` binary(16) NOT NULL,
  `years_of_experience` tinyint unsigned NOT NULL,
  `phone` varchar(40) NOT NULL,
  `email` varchar(254) NOT NULL,
  `office_address` varchar(300) NOT NULL,
  `zone` varchar(64) NOT NULL COMMENT 'IANA; weekly hours are local wall time in it',
  `visit_minutes` smallint unsigned NOT NULL,
  `schedule_version` int unsigned NOT NULL DEFAULT '1' COMMENT 'rises with every change of hours, overrides, holidays, time off; bookings read it under a shared lock',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `doctors_family_name` (`family_name`,`id`),
  KEY `doctors_department` (`department_id`,`family_name`,`id`),
  CONSTRAINT `doctors_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`),
  CONSTRAINT `doctors_gender` CHECK ((`gender` in (_utf8mb4'female',_utf8mb4'male',_utf8mb4'other',_utf8mb4'unknown'))),
  CONSTRAINT `doctors_visit_minutes` CHECK (((`visit_minutes` between 5 and 480) and ((`visit_minutes` % 5) = 0)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `document_outbox` (
  `document_id` binary(16) NOT NULL,
  `collection` varchar(32) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `sha256` binary(32) NOT NULL,
  `sealed_body` mediumblob COMMENT 'AES-256-GCM; wiped after a read-back no sooner than 15 minutes after delivery',
  `state` varchar(10) NOT NULL,
  `attempts` int unsigned NOT NULL DEFAULT '0',
  `due_at` datetime(3) NOT NULL,
  `delivered_at` datetime(3) DEFAULT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`document_id`),
  KEY `document_outbox_due` (`state`,`due_at`),
  CONSTRAINT `document_outbox_state` CHECK ((`state` in (_utf8mb4'pending',_utf8mb4'delivered',_utf8mb4'verified')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `document_refusals` (
  `document_id` binary(16) NOT NULL,
  `refusals` int unsigned NOT NULL,
  `cause` varchar(64) NOT NULL COMMENT 'the error''s name and code; never what the document says',
  `first_refused_at` datetime(3) NOT NULL,
  `last_refused_at` datetime(3) NOT NULL,
  `parked_at` datetime(3) DEFAULT NULL COMMENT 'from then on it is tried once an hour, and when a server starts',
  PRIMARY KEY (`document_id`),
  KEY `document_refusals_parked` (`parked_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `event_deliveries` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'of one subject the lowest goes first',
  `consumer` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `subject` binary(16) NOT NULL COMMENT 'of what the consumer is told in order',
  `event_id` binary(16) NOT NULL,
  `attempts` int unsigned NOT NULL DEFAULT '0' COMMENT 'begun since it was written or put back',
  `due_at` datetime(3) DEFAULT NULL COMMENT 'not before; the end of the lease while somebody delivers it; NULL: parked',
  `lease` binary(16) DEFAULT NULL COMMENT 'of the newest attempt: an older one comes too late',
  `cause` varchar(64) DEFAULT NULL COMMENT 'of the newest failure: an error''s name and code, never what it says',
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `event_deliveries_once` (`event_id`,`consumer`),
  KEY `event_deliveries_due` (`consumer`,`due_at`,`id`),
  KEY `event_deliveries_order` (`consumer`,`subject`,`id`),
  CONSTRAINT `event_deliveries_event` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `events` (
  `id` binary(16) NOT NULL COMMENT 'UUIDv7; consumers pick by their own state, never by "id greater than"',
  `kind` varchar(48) NOT NULL,
  `subject_id` binary(16) NOT NULL,
  `patient_id` binary(16) DEFAULT NULL,
  `payload` json NOT NULL COMMENT 'ids, states and times; no names, no clinical text',
  `occurred_at` datetime(3) NOT NULL,
  `awaits` varchar(16) DEFAULT NULL COMMENT 'the consumer that has not taken it yet',
  PRIMARY KEY (`id`),
  KEY `events_awaiting` (`awaits`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `fact_appointments` (
  `id` binary(16) NOT NULL,
  `topic` varchar(48) NOT NULL COMMENT 'what became of it: standing, completed, cancelled, no_show; completed_afterwards … where it was entered after its start',
  `year` smallint unsigned NOT NULL COMMENT 'of its start, where the doctor works',
  `month` tinyint unsigned NOT NULL,
  `department_id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `minutes` int NOT NULL,
  `lead_minutes` int NOT NULL COMMENT 'from booking to start; 0 where it was entered afterwards',
  PRIMARY KEY (`id`),
  KEY `cells` (`year`,`month`,`topic`,`department_id`,`doctor_id`,`patient_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `fact_diagnoses` (
  `id` binary(16) NOT NULL,
  `topic` varchar(48) NOT NULL COMMENT 'code system and code: icd-10 E11.9',
  `year` smallint unsigned NOT NULL COMMENT 'of the visit, where the doctor works',
  `month` tinyint unsigned NOT NULL,
  `department_id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `cells` (`year`,`month`,`topic`,`department_id`,`doctor_id`,`patient_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `fact_notes` (
  `id` binary(16) NOT NULL,
  `topic` varchar(48) NOT NULL COMMENT 'draft or signed, and kind: signed_progress …',
  `year` smallint unsigned NOT NULL COMMENT 'of its writing, where the attending doctor works',
  `month` tinyint unsigned NOT NULL,
  `department_id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL COMMENT 'attending on the record',
  `patient_id` binary(16) NOT NULL,
  `signing_minutes` int DEFAULT NULL COMMENT 'from the first draft to the signature',
  PRIMARY KEY (`id`),
  KEY `cells` (`year`,`month`,`topic`,`department_id`,`doctor_id`,`patient_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `fact_visits` (
  `id` binary(16) NOT NULL,
  `topic` varchar(48) NOT NULL COMMENT 'new: the patient''s first in the clinic; returning',
  `year` smallint unsigned NOT NULL COMMENT 'of its opening, where the doctor works',
  `month` tinyint unsigned NOT NULL,
  `department_id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `cells` (`year`,`month`,`topic`,`department_id`,`doctor_id`,`patient_id`),
  KEY `patient` (`patient_id`,`topic`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `holds` (
  `appointment_id` binary(16) NOT NULL,
  `expires_at` datetime(3) NOT NULL,
  PRIMARY KEY (`appointment_id`),
  KEY `holds_expiry` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `holidays` (
  `id` binary(16) NOT NULL,
  `date_on` date NOT NULL,
  `name` varchar(120) NOT NULL,
  `department_id` binary(16) DEFAULT NULL COMMENT 'NULL: the whole clinic',
  `department_key` binary(16) GENERATED ALWAYS AS (ifnull(`department_id`,0x00000000000000000000000000000000)) STORED NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `holidays_day` (`date_on`,`department_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `idempotency_keys` (
  `user_id` binary(16) NOT NULL,
  `operation` varchar(64) NOT NULL,
  `idem_key` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `body_hash` binary(32) NOT NULL,
  `answer` json DEFAULT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`user_id`,`operation`,`idem_key`),
  KEY `idempotency_keys_age` (`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `imported_rows` (
  `source` varchar(32) NOT NULL,
  `kind` varchar(32) NOT NULL,
  `external_id` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `internal_id` binary(16) NOT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`source`,`kind`,`external_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `known_networks` (
  `user_id` binary(16) NOT NULL,
  `network_hash` binary(32) NOT NULL COMMENT 'keyed, of the account and the network',
  `last_used_at` datetime(3) NOT NULL,
  PRIMARY KEY (`user_id`,`network_hash`),
  KEY `known_networks_age` (`last_used_at`),
  CONSTRAINT `known_networks_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `medical_records` (
  `id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL COMMENT 'attending',
  `department_id` binary(16) NOT NULL,
  `appointment_id` binary(16) DEFAULT NULL COMMENT 'NULL: a walk-in or an admission',
  `kind` varchar(12) NOT NULL,
  `status` varchar(8) NOT NULL,
  `chief_complaint` varchar(500) DEFAULT NULL,
  `opened_at` datetime(3) NOT NULL,
  `closed_at` datetime(3) DEFAULT NULL,
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  `is_opened_alone` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'a walk-in whom nobody but its doctor has seen: opens the chart for a day',
  PRIMARY KEY (`id`),
  UNIQUE KEY `medical_records_appointment` (`appointment_id`),
  KEY `medical_records_patient` (`patient_id`,`opened_at`),
  KEY `medical_records_doctor` (`doctor_id`,`opened_at`,`patient_id`),
  KEY `medical_records_department` (`department_id`,`status`,`opened_at`),
  KEY `medical_records_ward` (`department_id`,`opened_at`,`patient_id`),
  CONSTRAINT `medical_records_appointment` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`),
  CONSTRAINT `medical_records_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`),
  CONSTRAINT `medical_records_patient` FOREIGN KEY (`patient_id`) REFERENCES `patients` (`id`),
  CONSTRAINT `medical_records_kind` CHECK ((`kind` in (_utf8mb4'visit',_utf8mb4'walk_in',_utf8mb4'admission'))),
  CONSTRAINT `medical_records_status` CHECK ((`status` in (_utf8mb4'open',_utf8mb4'closed')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `note_refs` (
  `id` binary(16) NOT NULL,
  `record_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `author_id` binary(16) NOT NULL COMMENT 'users.id',
  `kind` varchar(16) NOT NULL,
  `state` varchar(20) NOT NULL,
  `version` int unsigned NOT NULL COMMENT 'the newest row of note_versions',
  `addendum_to` binary(16) DEFAULT NULL,
  `is_sensitive` tinyint(1) NOT NULL DEFAULT '0',
  `released_at` datetime(3) DEFAULT NULL COMMENT 'from then on the patient reads it',
  `signed_at` datetime(3) DEFAULT NULL,
  `withdraw_reason` varchar(500) DEFAULT NULL,
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `note_refs_record` (`record_id`,`created_at`),
  KEY `note_refs_patient` (`patient_id`,`created_at`),
  CONSTRAINT `note_refs_record` FOREIGN KEY (`record_id`) REFERENCES `medical_records` (`id`),
  CONSTRAINT `note_refs_kind` CHECK ((`kind` in (_utf8mb4'progress',_utf8mb4'nursing',_utf8mb4'consultation',_utf8mb4'discharge',_utf8mb4'procedure',_utf8mb4'addendum'))),
  CONSTRAINT `note_refs_state` CHECK ((`state` in (_utf8mb4'draft',_utf8mb4'signed',_utf8mb4'entered_in_error')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `note_totals` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `notes` bigint NOT NULL,
  `signing_minutes` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`notes`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `note_totals_published` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `notes` bigint NOT NULL,
  `signing_minutes` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`notes`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `note_versions` (
  `note_id` binary(16) NOT NULL,
  `version` int unsigned NOT NULL,
  `document_id` binary(16) NOT NULL COMMENT '_id in MongoDB: one document per version, never rewritten',
  `sha256` binary(32) NOT NULL COMMENT 'of the canonical document',
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`note_id`,`version`),
  UNIQUE KEY `note_versions_document` (`document_id`),
  CONSTRAINT `note_versions_note` FOREIGN KEY (`note_id`) REFERENCES `note_refs` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `observation_refs` (
  `id` binary(16) NOT NULL COMMENT 'also _id in MongoDB',
  `record_id` binary(16) NOT NULL,
  `patient_id` binary(16) NOT NULL,
  `author_id` binary(16) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `state` varchar(20) NOT NULL,
  `sha256` binary(32) NOT NULL,
  `observed_at` datetime(3) NOT NULL,
  `withdraw_reason` varchar(500) DEFAULT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `observation_refs_record` (`record_id`,`observed_at`),
  KEY `observation_refs_patient` (`patient_id`,`observed_at`),
  CONSTRAINT `observation_refs_record` FOREIGN KEY (`record_id`) REFERENCES `medical_records` (`id`),
  CONSTRAINT `observation_refs_kind` CHECK ((`kind` in (_utf8mb4'vitals',_utf8mb4'symptoms',_utf8mb4'other'))),
  CONSTRAINT `observation_refs_state` CHECK ((`state` in (_utf8mb4'final',_utf8mb4'entered_in_error')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `offered_days` (
  `doctor_id` binary(16) NOT NULL,
  `date_on` date NOT NULL COMMENT 'on the wall clock where the doctor works',
  `department_id` binary(16) NOT NULL COMMENT 'the doctor''s on that day',
  `minutes` smallint unsigned NOT NULL,
  PRIMARY KEY (`doctor_id`,`date_on`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `offered_spans` (
  `doctor_id` binary(16) NOT NULL,
  `from_on` date NOT NULL,
  `to_on` date NOT NULL COMMENT 'included',
  PRIMARY KEY (`doctor_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `offered_totals` (
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `minutes` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`doctor_id`,`department_id`),
  KEY `offered_totals_series` (`doctor_id`,`department_id`,`year`,`month`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `password_reset_codes` (
  `user_id` binary(16) NOT NULL,
  `code_hash` binary(32) NOT NULL COMMENT 'HMAC-SHA-256; the code itself is never stored',
  `issued_by` binary(16) NOT NULL,
  `expires_at` datetime(3) NOT NULL,
  PRIMARY KEY (`user_id`),
  CONSTRAINT `password_reset_codes_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `password_tries` (
  `counter` binary(32) NOT NULL,
  `tries` int unsigned NOT NULL,
  `ends_at` datetime(3) NOT NULL COMMENT 'from then on it is counted from the start',
  PRIMARY KEY (`counter`),
  KEY `password_tries_end` (`ends_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `patient_key_renewals` (
  `key_version` smallint unsigned NOT NULL,
  `renewed_to` binary(16) NOT NULL COMMENT 'patients up to this id have keys of this version',
  `completed_at` datetime(3) DEFAULT NULL,
  PRIMARY KEY (`key_version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `patient_trigrams` (
  `trigram` char(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `patient_id` binary(16) NOT NULL,
  PRIMARY KEY (`trigram`,`patient_id`),
  KEY `patient_trigrams_patient` (`patient_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `patients` (
  `id` binary(16) NOT NULL,
  `mrn` varchar(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'medical record number: MW, eight digits, Luhn check digit',
  `given_name` varchar(80) NOT NULL,
  `family_name` varchar(80) NOT NULL,
  `birth_on` date NOT NULL,
  `gender` varchar(16) NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `address_line` varchar(200) DEFAULT NULL,
  `address_city` varchar(100) DEFAULT NULL,
  `address_region` varchar(100) DEFAULT NULL,
  `address_postal_code` varchar(20) DEFAULT NULL,
  `address_country` char(2) DEFAULT NULL COMMENT 'ISO 3166-1 alpha-2',
  `emergency_name` varchar(160) DEFAULT NULL,
  `emergency_phone` varchar(40) DEFAULT NULL,
  `emergency_relation` varchar(40) DEFAULT NULL,
  `insurance_provider` varchar(120) DEFAULT NULL,
  `insurance_number` varchar(60) DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `patients_mrn` (`mrn`),
  KEY `patients_family_name` (`family_name`,`id`),
  KEY `patients_birth_on` (`birth_on`,`id`),
  CONSTRAINT `patients_gender` CHECK ((`gender` in (_utf8mb4'female',_utf8mb4'male',_utf8mb4'other',_utf8mb4'unknown')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `refresh_tokens` (
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256; the token itself is never stored',
  `session_id` binary(16) NOT NULL,
  `created_at` datetime(3) NOT NULL,
  `used_at` datetime(3) DEFAULT NULL,
  `used_key_hash` binary(32) DEFAULT NULL COMMENT 'the Idempotency-Key of the use: the same key again is a retry, not a theft',
  PRIMARY KEY (`token_hash`),
  KEY `refresh_tokens_session` (`session_id`),
  CONSTRAINT `refresh_tokens_session` FOREIGN KEY (`session_id`) REFERENCES `sessions` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `schedule_overrides` (
  `doctor_id` binary(16) NOT NULL,
  `date_on` date NOT NULL,
  `windows` json NOT NULL COMMENT '[{startMinute, endMinute}], local wall time; empty means closed',
  PRIMARY KEY (`doctor_id`,`date_on`),
  CONSTRAINT `schedule_overrides_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `schema_derived` (
  `name` varchar(64) NOT NULL,
  `checksum` char(64) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `schema_lock` (
  `id` tinyint NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `schema_migrations` (
  `version` char(14) NOT NULL,
  `name` varchar(120) NOT NULL,
  `checksum` char(64) NOT NULL,
  `applied_at` datetime(3) NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `secret_checks` (
  `purpose` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `check_value` binary(32) NOT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`purpose`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `sessions` (
  `id` binary(16) NOT NULL,
  `user_id` binary(16) NOT NULL,
  `created_at` datetime(3) NOT NULL,
  `expires_at` datetime(3) NOT NULL,
  `revoked_at` datetime(3) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `sessions_user` (`user_id`),
  CONSTRAINT `sessions_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `slot_claims` (
  `resource_kind` tinyint unsigned NOT NULL COMMENT '1 doctor, 2 patient, 3 room',
  `resource_id` binary(16) NOT NULL,
  `tick` int NOT NULL COMMENT '5-minute number since 1970-01-01T00:00Z; negative before',
  `seat` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'above 0: overbooked on purpose',
  `appointment_id` binary(16) NOT NULL,
  `expires_at` datetime(3) DEFAULT NULL COMMENT 'set while held; by the database clock',
  PRIMARY KEY (`resource_kind`,`resource_id`,`tick`,`seat`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `specializations` (
  `id` binary(16) NOT NULL,
  `name` varchar(120) NOT NULL,
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `specializations_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `time_off` (
  `id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `starts_at` datetime(3) NOT NULL,
  `ends_at` datetime(3) NOT NULL,
  `reason` varchar(200) DEFAULT NULL,
  `created_by` binary(16) NOT NULL,
  `created_at` datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `time_off_doctor` (`doctor_id`,`ends_at`),
  CONSTRAINT `time_off_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`),
  CONSTRAINT `time_off_window` CHECK ((`starts_at` < `ends_at`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `users` (
  `id` binary(16) NOT NULL,
  `email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'lower-cased',
  `password_hash` char(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `display_name` varchar(200) NOT NULL,
  `role` varchar(16) NOT NULL,
  `patient_id` binary(16) DEFAULT NULL,
  `doctor_id` binary(16) DEFAULT NULL,
  `department_id` binary(16) DEFAULT NULL COMMENT 'where a nurse or receptionist works',
  `is_active` tinyint(1) NOT NULL DEFAULT '1',
  `version` int unsigned NOT NULL DEFAULT '1',
  `created_at` datetime(3) NOT NULL,
  `updated_at` datetime(3) NOT NULL,
  `password_changed_at` datetime(3) DEFAULT NULL COMMENT 'by its owner or for them: devices that were known before are not any more',
  `password_cost` char(2) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (substr(`password_hash`,5,2)) VIRTUAL,
  `password_reset_at` datetime(3) DEFAULT NULL COMMENT 'when a one-time code last set the password',
  PRIMARY KEY (`id`),
  UNIQUE KEY `users_email` (`email`),
  UNIQUE KEY `users_patient` (`patient_id`),
  UNIQUE KEY `users_doctor` (`doctor_id`),
  KEY `users_role` (`role`,`email`),
  KEY `users_role_active` (`role`,`is_active`),
  KEY `users_password_cost` (`is_active`,`password_cost`),
  CONSTRAINT `users_doctor_has_doctor` CHECK (((`role` = _utf8mb4'doctor') = (`doctor_id` is not null))),
  CONSTRAINT `users_nurse_has_department` CHECK (((`role` <> _utf8mb4'nurse') or (`department_id` is not null))),
  CONSTRAINT `users_patient_has_patient` CHECK (((`role` = _utf8mb4'patient') = (`patient_id` is not null))),
  CONSTRAINT `users_role` CHECK ((`role` in (_utf8mb4'patient',_utf8mb4'doctor',_utf8mb4'nurse',_utf8mb4'receptionist',_utf8mb4'pharmacist',_utf8mb4'billing',_utf8mb4'admin')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `visit_totals` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `visits` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`visits`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `visit_totals_published` (
  `topic` varchar(48) NOT NULL,
  `year` smallint unsigned NOT NULL COMMENT '0: ever',
  `month` tinyint unsigned NOT NULL COMMENT '0: the whole year',
  `department_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `doctor_id` binary(16) NOT NULL COMMENT 'zeros: all of them',
  `people` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'patients it is about, counted up to 11; of months only',
  `visits` bigint NOT NULL,
  PRIMARY KEY (`year`,`month`,`department_id`,`doctor_id`,`topic`),
  KEY `series` (`doctor_id`,`department_id`,`year`,`month`),
  KEY `ranking` (`year`,`month`,`department_id`,`topic`,`visits`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `working_hours` (
  `id` binary(16) NOT NULL,
  `doctor_id` binary(16) NOT NULL,
  `weekday` tinyint unsigned NOT NULL COMMENT 'ISO: 1 Monday … 7 Sunday',
  `start_minute` smallint unsigned NOT NULL COMMENT 'local wall time',
  `end_minute` smallint unsigned NOT NULL,
  `valid_from_on` date DEFAULT NULL,
  `valid_to_on` date DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `working_hours_doctor` (`doctor_id`),
  CONSTRAINT `working_hours_doctor` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`),
  CONSTRAINT `working_hours_weekday` CHECK ((`weekday` between 1 and 7)),
  CONSTRAINT `working_hours_window` CHECK (((`start_minute` < `end_minute`) and (`end_minute` <= 1440) and ((`start_minute` % 5) = 0) and ((`end_minute` % 5) = 0)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
