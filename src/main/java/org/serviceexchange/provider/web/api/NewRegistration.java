package org.serviceexchange.provider.web.api;

/** What a service sends to create a registration. */
record NewRegistration(String companyId, String contactId, String consumerUrl) {}
