import { type CommonDiagnosis, diagnosis } from './speciality.js';

const chronic = { isChronic: true } as const;

export const familyMedicine: readonly CommonDiagnosis[] = [
  diagnosis(
    'J06.9',
    'Acute upper respiratory infection, unspecified',
    16,
    { season: 'winter', vitals: 'fever' },
    ['cough', 'sore throat', 'runny nose', 'fever', 'headache'],
  ),
  diagnosis('I10', 'Essential (primary) hypertension', 14, { ...chronic, vitals: 'pressure' }, [
    'headache',
    'dizziness',
    'nosebleed',
  ]),
  diagnosis('M54.5', 'Low back pain', 11, {}, ['back pain', 'stiffness', 'muscle cramps']),
  diagnosis('E11.9', 'Type 2 diabetes mellitus without complications', 9, { ...chronic, vitals: 'weight' }, [
    'fatigue',
    'thirst',
    'frequent urination',
    'blurred vision',
  ]),
  diagnosis('K52.9', 'Noninfective gastroenteritis and colitis, unspecified', 6, { vitals: 'fever' }, [
    'diarrhoea',
    'nausea',
    'abdominal pain',
    'vomiting',
  ]),
  diagnosis(
    'J11.1',
    'Influenza with other respiratory manifestations',
    5,
    {
      season: 'winter',
      vitals: 'fever',
    },
    ['fever', 'muscle pain', 'cough', 'fatigue', 'chills'],
  ),
  diagnosis('R53', 'Malaise and fatigue', 4, {}, ['fatigue', 'poor sleep', 'loss of appetite']),
];

export const paediatrics: readonly CommonDiagnosis[] = [
  diagnosis('J00', 'Acute nasopharyngitis (common cold)', 16, { season: 'winter', vitals: 'fever' }, [
    'runny nose',
    'cough',
    'fever',
    'sneezing',
  ]),
  diagnosis('H66.9', 'Otitis media, unspecified', 9, { season: 'winter', vitals: 'fever' }, [
    'ear pain',
    'fever',
    'crying at night',
  ]),
  diagnosis('Z00.1', 'Routine child health examination', 12, {}, ['no complaint', 'poor appetite']),
  diagnosis('A09.9', 'Gastroenteritis and colitis of unspecified origin', 7, { vitals: 'fever' }, [
    'vomiting',
    'diarrhoea',
    'abdominal pain',
    'fever',
  ]),
  diagnosis('L20.9', 'Atopic dermatitis, unspecified', 5, chronic, ['itching', 'dry skin', 'rash']),
  diagnosis('J45.9', 'Asthma, unspecified', 4, { ...chronic, season: 'spring', vitals: 'lungs' }, [
    'wheezing',
    'cough',
    'shortness of breath',
  ]),
];

export const cardiology: readonly CommonDiagnosis[] = [
  diagnosis('I10', 'Essential (primary) hypertension', 12, { ...chronic, vitals: 'pressure' }, [
    'headache',
    'dizziness',
    'palpitations',
  ]),
  diagnosis('I25.1', 'Atherosclerotic heart disease', 9, { ...chronic, vitals: 'pressure' }, [
    'chest pain',
    'shortness of breath',
    'fatigue',
  ]),
  diagnosis(
    'I48.9',
    'Atrial fibrillation and atrial flutter, unspecified',
    7,
    { ...chronic, vitals: 'pulse' },
    ['palpitations', 'fatigue', 'dizziness', 'shortness of breath'],
  ),
  diagnosis('I50.9', 'Heart failure, unspecified', 6, { ...chronic, vitals: 'pulse' }, [
    'shortness of breath',
    'swollen legs',
    'fatigue',
    'weight gain',
  ]),
  diagnosis('R07.4', 'Chest pain, unspecified', 5, {}, ['chest pain', 'anxiety', 'palpitations']),
];

export const psychiatry: readonly CommonDiagnosis[] = [
  diagnosis('F32.1', 'Moderate depressive episode', 10, { ...chronic, season: 'winter' }, [
    'low mood',
    'poor sleep',
    'loss of interest',
    'fatigue',
  ]),
  diagnosis('F41.1', 'Generalized anxiety disorder', 8, chronic, [
    'anxiety',
    'restlessness',
    'poor sleep',
    'palpitations',
  ]),
  diagnosis('F43.2', 'Adjustment disorders', 7, {}, ['low mood', 'anxiety', 'poor concentration']),
  diagnosis('G47.0', 'Disorders of initiating and maintaining sleep', 5, {}, [
    'poor sleep',
    'fatigue',
    'irritability',
  ]),
  diagnosis('F90.0', 'Disturbance of activity and attention', 3, chronic, [
    'poor concentration',
    'restlessness',
    'forgetfulness',
  ]),
];

export const neurology: readonly CommonDiagnosis[] = [
  diagnosis('G43.9', 'Migraine, unspecified', 11, chronic, ['headache', 'nausea', 'light sensitivity']),
  diagnosis('G44.2', 'Tension-type headache', 8, {}, ['headache', 'neck pain', 'poor sleep']),
  diagnosis('G56.0', 'Carpal tunnel syndrome', 5, {}, ['numb fingers', 'hand pain', 'weak grip']),
  diagnosis('G40.9', 'Epilepsy, unspecified', 4, chronic, ['seizure', 'confusion', 'fatigue']),
  diagnosis('G20', 'Parkinson disease', 3, chronic, ['tremor', 'stiffness', 'slow movement']),
];

export const pulmonology: readonly CommonDiagnosis[] = [
  diagnosis('J45.9', 'Asthma, unspecified', 10, { ...chronic, season: 'spring', vitals: 'lungs' }, [
    'wheezing',
    'shortness of breath',
    'cough',
    'chest tightness',
  ]),
  diagnosis(
    'J44.9',
    'Chronic obstructive pulmonary disease, unspecified',
    8,
    { ...chronic, vitals: 'lungs' },
    ['shortness of breath', 'cough', 'sputum', 'fatigue'],
  ),
  diagnosis('J18.9', 'Pneumonia, unspecified organism', 5, { season: 'winter', vitals: 'fever' }, [
    'cough',
    'fever',
    'shortness of breath',
    'chest pain',
  ]),
  diagnosis('J20.9', 'Acute bronchitis, unspecified', 7, { season: 'winter', vitals: 'fever' }, [
    'cough',
    'sputum',
    'chest tightness',
  ]),
  diagnosis('G47.3', 'Sleep apnoea', 4, { ...chronic, vitals: 'weight' }, [
    'snoring',
    'fatigue',
    'morning headache',
  ]),
];

export const endocrinology: readonly CommonDiagnosis[] = [
  diagnosis('E11.9', 'Type 2 diabetes mellitus without complications', 12, { ...chronic, vitals: 'weight' }, [
    'thirst',
    'frequent urination',
    'fatigue',
    'blurred vision',
  ]),
  diagnosis('E03.9', 'Hypothyroidism, unspecified', 8, chronic, ['fatigue', 'weight gain', 'feeling cold']),
  diagnosis('E05.9', 'Thyrotoxicosis, unspecified', 4, { ...chronic, vitals: 'pulse' }, [
    'palpitations',
    'weight loss',
    'sweating',
  ]),
  diagnosis('E78.5', 'Hyperlipidaemia, unspecified', 6, { ...chronic, vitals: 'weight' }, [
    'no complaint',
    'fatigue',
  ]),
  diagnosis('E66.9', 'Obesity, unspecified', 5, { ...chronic, vitals: 'weight' }, [
    'weight gain',
    'joint pain',
    'shortness of breath',
  ]),
];
