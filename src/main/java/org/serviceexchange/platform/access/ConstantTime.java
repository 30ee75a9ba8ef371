package org.serviceexchange.platform.access;

import java.nio.charset.StandardCharsets;

/** Compares secrets in a time that does not tell how many of their characters are right. */
public final class ConstantTime {

    private ConstantTime() {}

    /** Whether a text that was sent is the expected one, which is not empty. */
    public static boolean same(String sent, String expected) {
        byte[] left = sent.getBytes(StandardCharsets.UTF_8);
        byte[] right = expected.getBytes(StandardCharsets.UTF_8);
        int difference = left.length ^ right.length;
        for (int i = 0; i < left.length; i++) {
            difference |= left[i] ^ right[i % right.length];
        }
        return difference == 0;
    }
}
