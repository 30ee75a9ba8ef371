package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request and its answer, to which a fault happens; the caller's connection ends with it. */
final class FaultyExchange {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nconnection:[^\r]*");
    private static final String END = "\r\n\r\n";
    private static final long DELAY = Duration.ofSeconds(3).toNanos();

    private final Socket caller;
    private final int target;

    FaultyExchange(Socket caller, int target) {
        this.caller = caller;
        this.target = target;
    }

    /** @param begun the first bytes of the request, which were read already */
    void happen(NetworkFault fault, byte[] begun) throws IOException {
        byte[] request = whole(begun);
        switch (fault) {
            case DROPPED -> {}
            case ANSWER_LOST -> ask(request);
            case DELAYED -> {
                LockSupport.parkNanos(DELAY);
                answer(ask(request));
            }
            case DUPLICATED -> {
                ask(request);
                answer(ask(request));
            }
            case ANSWER_TRUNCATED -> {
                byte[] answer = ask(request);
                answer(Arrays.copyOf(answer, answer.length * 2 / 3));
            }
            case ANSWER_CORRUPTED -> answer(corrupted(ask(request)));
            case REQUEST_CORRUPTED -> answer(ask(corrupted(request)));
            default -> answer(fault.answer().getBytes(ISO_8859_1));
        }
    }

    private byte[] whole(byte[] begun) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(begun);
        InputStream in = caller.getInputStream();
        while (!isWhole(request.toString(ISO_8859_1))) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            request.write(next);
        }
        return request.toByteArray();
    }

    private static boolean isWhole(String request) {
        int end = request.indexOf(END);
        Matcher length = LENGTH.matcher(request);
        return end >= 0
                && request.length() >= end + END.length() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    /** The whole answer of the instance. */
    private byte[] ask(byte[] request) throws IOException {
        String text = CONNECTION.matcher(new String(request, ISO_8859_1)).replaceFirst("");
        String closing = text.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        try (Socket instance = new Socket(InetAddress.getLoopbackAddress(), target)) {
            instance.getOutputStream().write(closing.getBytes(ISO_8859_1));
            instance.getOutputStream().flush();
            return instance.getInputStream().readAllBytes();
        }
    }

    /** Another letter in the middle of the body, or of the headers if there is no body. */
    private static byte[] corrupted(byte[] message) {
        byte[] corrupted = message.clone();
        int body = new String(message, ISO_8859_1).indexOf(END) + END.length();
        int place = body < message.length ? (body + message.length) / 2 : message.length / 2;
        corrupted[place] = (byte) (corrupted[place] == 'x' ? 'y' : 'x');
        return corrupted;
    }

    private void answer(byte[] answer) throws IOException {
        caller.getOutputStream().write(answer);
        caller.getOutputStream().flush();
    }
}
