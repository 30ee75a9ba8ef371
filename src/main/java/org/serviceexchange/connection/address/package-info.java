/** Changes of an instance's address: its peers are told, prove the new address, and use it from then on. */
@NamedInterface("address")
@NullMarked
package org.serviceexchange.connection.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
