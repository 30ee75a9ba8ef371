/** Service Exchange: registers a consumer with a provider as BPMN processes. */
@NullMarked
package org.serviceexchange;

import org.jspecify.annotations.NullMarked;
