-- Numbers are looked up, claimed and given up by themselves and never by their subject: nothing asks this index, and every
-- import fills it.
drop index subject_key_subject;
