/** The archive as a download. */
@NullMarked
package org.serviceexchange.connection.diagnostics.web;

import org.jspecify.annotations.NullMarked;
