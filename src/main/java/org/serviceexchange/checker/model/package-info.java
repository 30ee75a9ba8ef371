/** Processes as they are drawn, read from files. */
@NullMarked
package org.serviceexchange.checker.model;

import org.jspecify.annotations.NullMarked;
