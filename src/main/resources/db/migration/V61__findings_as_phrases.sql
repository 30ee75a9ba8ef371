-- Findings were kept as English text. They are found anew within a minute, and then kept to be read in any language.
update consumer_registration set findings = null;
update provider_connection set findings = '';
