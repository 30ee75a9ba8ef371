package org.serviceexchange.provider.web.api;

/**
 * The request body for correcting the address of a registration's consumer.
 *
 * @param goOn whether to go on although the instance cannot be checked at that address
 */
record CorrectedAddress(String consumerUrl, boolean goOn) {}
