/// Makes a role, and the schema or database that it owns, and lets nobody else in.
///
/// psql reads names and passwords from variables and quotes them itself. It needs no superuser: a role that may make
/// roles and databases, and that owns the database of the schemas, is enough. It ends with an error, and changes
/// nothing, where a role has rights beyond its own data, or a name is taken by somebody else.
let bootstrapScript = #"""
  \set ON_ERROR_STOP on
  \getenv role ROLE_NAME
  \getenv password ROLE_PASSWORD
  \getenv connections ROLE_CONNECTIONS
  \getenv database DATABASE_NAME
  \getenv schema SCHEMA_NAME
  -- What is there already stays as it is: all of this may run again at any time.
  SELECT format('CREATE ROLE %I', :'role')
   WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
  SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
         OR EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS excess
    FROM pg_roles r WHERE rolname = :'role' \gset
  \if :excess
  DO $$ BEGIN RAISE EXCEPTION 'the role has rights beyond its own data'; END $$;
  \endif
  GRANT :"role" TO CURRENT_USER;
  ALTER ROLE :"role" LOGIN CONNECTION LIMIT :connections PASSWORD :'password';
  \if :{?schema}
  SELECT format('CREATE SCHEMA %I AUTHORIZATION %I', :'schema', :'role')
   WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = :'schema') \gexec
  SELECT pg_get_userbyid(nspowner) <> :'role' AS taken FROM pg_namespace WHERE nspname = :'schema' \gset
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  ALTER ROLE :"role" IN DATABASE :"database" SET search_path = :"schema";
  \else
  SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'role')
   WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
  SELECT pg_get_userbyid(datdba) <> :'role' AS taken FROM pg_database WHERE datname = :'database' \gset
  \endif
  \if :taken
  DO $$ BEGIN RAISE EXCEPTION 'the name is taken by data of another owner'; END $$;
  \endif
  REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
  GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO :"role";

  """#
