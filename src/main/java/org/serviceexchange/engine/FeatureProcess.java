package org.serviceexchange.engine;

/**
 * Which feature a process belongs to; each feature declares its own as a bean.
 *
 * @param key id of the process, such as {@code consumer-registration}
 * @param feature module whose delegates the process calls, such as {@code provider}
 */
public record FeatureProcess(String key, String feature) {}
