/** Acts on connections, and their health, as resources of the API. */
@NullMarked
package org.serviceexchange.connection.act.web;

import org.jspecify.annotations.NullMarked;
