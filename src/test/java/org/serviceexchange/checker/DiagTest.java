package org.serviceexchange.checker;
import java.nio.file.Path;
import java.util.*;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.serviceexchange.checker.model.*;
import org.serviceexchange.checker.pair.*;
class DiagTest {
  @Test void diag() throws Exception {
    DrawnFolder d = DrawnFolder.read(Path.of("processes"));
    Pair pair = new Pair(d.process("consumer-registration").get(), d.process("provider-connection").get(), KeptMessages.OF_THE_APPLICATION);
    Exploration e = new Exploration(pair, Integer.getInteger("most", 15000));
    long t=System.nanoTime();
    e.run();
    System.out.println("D time "+(System.nanoTime()-t)/1000000);
    Map<String,Function<PairState,Object>> f = new LinkedHashMap<>();
    f.put("reg", s->s.registration()); f.put("con", s->s.connection());
    f.put("ptokens", s->s.provider().tokens()); f.put("pvalues", s->s.provider().values()); f.put("pkept", s->s.provider().kept()); f.put("pmissed", s->s.provider().missed());
    f.put("ctokens", s->s.consumer().tokens()); f.put("cvalues", s->s.consumer().values()); f.put("ckept", s->s.consumer().kept()); f.put("cmissed", s->s.consumer().missed());
    f.put("p", s->List.of(s.registration()==null?"":s.registration(), s.provider(), s.grant())); f.put("c", s->List.of(s.connection()==null?"":s.connection(), s.consumer(), s.exchange()));
    for (var x : f.entrySet()) { Map<Object,Integer> m = new HashMap<>(); for (PairState s : e.states) m.merge(String.valueOf(x.getValue().apply(s)),1,Integer::sum); 
      System.out.println("D "+x.getKey()+" "+m.size()); if (m.size()<60) m.forEach((k,v)->System.out.println("D     "+v+" "+(String.valueOf(k).length()>300?String.valueOf(k).substring(0,300):k))); }
  }
}
