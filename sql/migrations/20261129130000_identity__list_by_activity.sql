-- Sign-ins of patients are listed by whether they are active, in the order of their ids: there are as many as patients.
ALTER TABLE users ADD KEY users_role_active (role, is_active);
