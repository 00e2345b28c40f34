-- Departments, specializations, doctors and patients. Nothing is deleted: rows are deactivated.
CREATE TABLE IF NOT EXISTS departments (
  id         BINARY(16)   NOT NULL PRIMARY KEY,
  name       VARCHAR(120) NOT NULL,
  location   VARCHAR(200) NOT NULL,
  is_active  BOOLEAN      NOT NULL DEFAULT TRUE,
  version    INT UNSIGNED NOT NULL DEFAULT 1,
  created_at DATETIME(3)  NOT NULL,
  updated_at DATETIME(3)  NOT NULL,
  UNIQUE KEY departments_name (name)
);

CREATE TABLE IF NOT EXISTS specializations (
  id         BINARY(16)   NOT NULL PRIMARY KEY,
  name       VARCHAR(120) NOT NULL,
  is_active  BOOLEAN      NOT NULL DEFAULT TRUE,
  version    INT UNSIGNED NOT NULL DEFAULT 1,
  created_at DATETIME(3)  NOT NULL,
  updated_at DATETIME(3)  NOT NULL,
  UNIQUE KEY specializations_name (name)
);

CREATE TABLE IF NOT EXISTS doctors (
  id                  BINARY(16)        NOT NULL PRIMARY KEY,
  given_name          VARCHAR(80)       NOT NULL,
  family_name         VARCHAR(80)       NOT NULL,
  birth_on            DATE              NOT NULL,
  gender              VARCHAR(16)       NOT NULL,
  department_id       BINARY(16)        NOT NULL,
  years_of_experience TINYINT UNSIGNED  NOT NULL,
  phone               VARCHAR(40)       NOT NULL,
  email               VARCHAR(254)      NOT NULL,
  office_address      VARCHAR(300)      NOT NULL,
  zone                VARCHAR(64)       NOT NULL COMMENT 'IANA; weekly hours are local wall time in it',
  visit_minutes       SMALLINT UNSIGNED NOT NULL,
  schedule_version    INT UNSIGNED      NOT NULL DEFAULT 1 COMMENT 'rises with every change of hours, overrides, holidays, time off; bookings read it under a shared lock',
  is_active           BOOLEAN           NOT NULL DEFAULT TRUE,
  version             INT UNSIGNED      NOT NULL DEFAULT 1,
  created_at          DATETIME(3)       NOT NULL,
  updated_at          DATETIME(3)       NOT NULL,
  KEY doctors_family_name (family_name, id),
  KEY doctors_department (department_id, family_name, id),
  CONSTRAINT doctors_department FOREIGN KEY (department_id) REFERENCES departments (id),
  CONSTRAINT doctors_gender CHECK (gender IN ('female','male','other','unknown')),
  CONSTRAINT doctors_visit_minutes CHECK (visit_minutes BETWEEN 5 AND 480 AND visit_minutes MOD 5 = 0)
);

CREATE TABLE IF NOT EXISTS doctor_specializations (
  doctor_id         BINARY(16) NOT NULL,
  specialization_id BINARY(16) NOT NULL,
  PRIMARY KEY (doctor_id, specialization_id),
  KEY doctor_specializations_specialization (specialization_id, doctor_id),
  CONSTRAINT doctor_specializations_doctor FOREIGN KEY (doctor_id) REFERENCES doctors (id),
  CONSTRAINT doctor_specializations_specialization FOREIGN KEY (specialization_id) REFERENCES specializations (id)
);

CREATE TABLE IF NOT EXISTS patients (
  id                 BINARY(16)   NOT NULL PRIMARY KEY,
  mrn                VARCHAR(16)  NOT NULL COLLATE utf8mb4_bin COMMENT 'medical record number: MW, eight digits, Luhn check digit',
  given_name         VARCHAR(80)  NOT NULL,
  family_name        VARCHAR(80)  NOT NULL,
  birth_on           DATE         NOT NULL,
  gender             VARCHAR(16)  NOT NULL,
  phone              VARCHAR(40)  NULL,
  email              VARCHAR(254) NULL,
  address_line       VARCHAR(200) NULL,
  address_city       VARCHAR(100) NULL,
  address_region     VARCHAR(100) NULL,
  address_postal_code VARCHAR(20) NULL,
  address_country    CHAR(2)      NULL COMMENT 'ISO 3166-1 alpha-2',
  emergency_name     VARCHAR(160) NULL,
  emergency_phone    VARCHAR(40)  NULL,
  emergency_relation VARCHAR(40)  NULL,
  insurance_provider VARCHAR(120) NULL,
  insurance_number   VARCHAR(60)  NULL,
  is_active          BOOLEAN      NOT NULL DEFAULT TRUE,
  version            INT UNSIGNED NOT NULL DEFAULT 1,
  created_at         DATETIME(3)  NOT NULL,
  updated_at         DATETIME(3)  NOT NULL,
  UNIQUE KEY patients_mrn (mrn),
  KEY patients_family_name (family_name, id),
  KEY patients_birth_on (birth_on, id),
  CONSTRAINT patients_gender CHECK (gender IN ('female','male','other','unknown'))
);

-- Typing-tolerant search: the trigrams of every spelling of a patient's name, written with the patient.
CREATE TABLE IF NOT EXISTS patient_trigrams (
  trigram    CHAR(3)    NOT NULL COLLATE utf8mb4_bin,
  patient_id BINARY(16) NOT NULL,
  PRIMARY KEY (trigram, patient_id),
  KEY patient_trigrams_patient (patient_id)
);
