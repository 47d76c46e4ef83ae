-- Runs once, on an empty data folder: an account of the product's own that is no superuser, and its database. The password is
-- the one in the address the product connects with, so it is written down in one place.
\set password `sed -E 's|^[^:]+://[^:]+:([^@]+)@.*$|\1|' /run/secrets/database_url`
create role soquy login password :'password';
create database soquy owner soquy;
revoke connect on database soquy from public;
