import { type CommonDiagnosis, diagnosis } from './speciality.js';

const chronic = { isChronic: true } as const;

export const orthopaedics: readonly CommonDiagnosis[] = [
  diagnosis('M54.5', 'Low back pain', 11, {}, ['back pain', 'stiffness', 'leg pain']),
  diagnosis('M17.9', 'Gonarthrosis, unspecified', 9, { ...chronic, vitals: 'weight' }, [
    'knee pain',
    'stiffness',
    'swelling',
  ]),
  diagnosis('M75.1', 'Rotator cuff syndrome', 6, {}, ['shoulder pain', 'weakness', 'stiffness']),
  diagnosis('S93.4', 'Sprain and strain of ankle', 6, { season: 'summer' }, [
    'ankle pain',
    'swelling',
    'bruising',
  ]),
  diagnosis('M77.1', 'Lateral epicondylitis', 4, {}, ['elbow pain', 'weak grip']),
  diagnosis('M16.9', 'Coxarthrosis, unspecified', 5, chronic, ['hip pain', 'stiffness', 'limping']),
];

export const dermatology: readonly CommonDiagnosis[] = [
  diagnosis('L20.9', 'Atopic dermatitis, unspecified', 9, chronic, ['itching', 'dry skin', 'rash']),
  diagnosis('L70.0', 'Acne vulgaris', 8, {}, ['pimples', 'oily skin', 'scarring']),
  diagnosis('L40.0', 'Psoriasis vulgaris', 6, { ...chronic, season: 'winter' }, [
    'scaly patches',
    'itching',
    'joint pain',
  ]),
  diagnosis('D22.9', 'Melanocytic naevi, unspecified', 8, { season: 'summer' }, [
    'mole change',
    'no complaint',
  ]),
  diagnosis('L50.9', 'Urticaria, unspecified', 4, { season: 'spring' }, ['hives', 'itching', 'swelling']),
];

export const gynaecology: readonly CommonDiagnosis[] = [
  diagnosis('Z01.4', 'Gynaecological examination (general)(routine)', 14, {}, [
    'no complaint',
    'breast tenderness',
  ]),
  diagnosis('N76.0', 'Acute vaginitis', 6, {}, ['itching', 'discharge', 'burning']),
  diagnosis('N94.6', 'Dysmenorrhoea, unspecified', 6, chronic, ['pelvic pain', 'back pain', 'nausea']),
  diagnosis('N95.1', 'Menopausal and female climacteric states', 6, chronic, [
    'hot flushes',
    'poor sleep',
    'sweating',
  ]),
  diagnosis('Z34.9', 'Supervision of normal pregnancy, unspecified', 7, { vitals: 'weight' }, [
    'nausea',
    'fatigue',
    'back pain',
  ]),
];

export const ophthalmology: readonly CommonDiagnosis[] = [
  diagnosis('H52.1', 'Myopia', 9, chronic, ['blurred vision', 'headache']),
  diagnosis('H10.9', 'Conjunctivitis, unspecified', 7, { season: 'spring' }, [
    'red eye',
    'itching',
    'watery eyes',
  ]),
  diagnosis('H25.9', 'Senile cataract, unspecified', 7, chronic, ['blurred vision', 'glare']),
  diagnosis('H40.9', 'Glaucoma, unspecified', 6, chronic, ['eye pain', 'narrow field of vision']),
  diagnosis('H04.1', 'Other disorders of lacrimal gland', 4, {}, ['dry eyes', 'burning', 'watery eyes']),
];

export const earNoseThroat: readonly CommonDiagnosis[] = [
  diagnosis('J01.9', 'Acute sinusitis, unspecified', 9, { season: 'winter', vitals: 'fever' }, [
    'facial pain',
    'blocked nose',
    'headache',
    'fever',
  ]),
  diagnosis('J30.1', 'Allergic rhinitis due to pollen', 8, { ...chronic, season: 'spring' }, [
    'sneezing',
    'runny nose',
    'itching',
    'watery eyes',
  ]),
  diagnosis('H61.2', 'Impacted cerumen', 6, {}, ['hearing loss', 'ear pressure']),
  diagnosis('J03.9', 'Acute tonsillitis, unspecified', 7, { season: 'winter', vitals: 'fever' }, [
    'sore throat',
    'fever',
    'difficulty swallowing',
  ]),
  diagnosis('H93.1', 'Tinnitus', 4, chronic, ['ringing in the ears', 'poor sleep', 'hearing loss']),
];

export const gastroenterology: readonly CommonDiagnosis[] = [
  diagnosis('K21.9', 'Gastro-oesophageal reflux disease without oesophagitis', 10, chronic, [
    'heartburn',
    'cough',
    'chest pain',
  ]),
  diagnosis('K58.9', 'Irritable bowel syndrome without diarrhoea', 8, chronic, [
    'abdominal pain',
    'bloating',
    'constipation',
  ]),
  diagnosis('K29.7', 'Gastritis, unspecified', 7, {}, ['abdominal pain', 'nausea', 'loss of appetite']),
  diagnosis('K80.2', 'Calculus of gallbladder without cholecystitis', 4, { vitals: 'weight' }, [
    'abdominal pain',
    'nausea',
  ]),
  diagnosis('K50.9', 'Crohn disease, unspecified', 3, chronic, [
    'diarrhoea',
    'abdominal pain',
    'weight loss',
    'fatigue',
  ]),
];

export const urology: readonly CommonDiagnosis[] = [
  diagnosis(
    'N39.0',
    'Urinary tract infection, site not specified',
    10,
    { vitals: 'fever', season: 'summer' },
    ['burning urination', 'frequent urination', 'fever'],
  ),
  diagnosis('N20.0', 'Calculus of kidney', 6, { season: 'summer' }, [
    'flank pain',
    'blood in urine',
    'nausea',
  ]),
  diagnosis('R32', 'Unspecified urinary incontinence', 5, chronic, ['urine leakage', 'frequent urination']),
  diagnosis('N30.0', 'Acute cystitis', 6, {}, ['burning urination', 'frequent urination', 'abdominal pain']),
  diagnosis('R31', 'Unspecified haematuria', 3, {}, ['blood in urine', 'flank pain']),
];
