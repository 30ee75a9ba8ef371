package org.serviceexchange.provider.web.api;

/** The request body for creating a registration. */
record NewRegistration(String companyId, String contactId, String consumerUrl) {}
