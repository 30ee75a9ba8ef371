package org.serviceexchange.kmf;

/**
 * The instance has a new signature key. Published in the transaction that makes it.
 *
 * @param former thumbprint of the key that was active until now
 * @param now thumbprint of the new one
 */
public record SignatureKeyReplaced(String former, String now) {}
